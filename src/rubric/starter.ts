/** The file that `unscripted rubric init` writes: a small rubric that holds, with every kind of thing said once. */

/** Its text. */
export const starter = `# yaml-language-server: $schema=./node_modules/unscripted/rubric.schema.json
# Without an installed package: unscripted rubric schema > rubric.schema.json, and name that file above.
# Check it with: unscripted rubric check FILE, and see it as people read it with: unscripted rubric show FILE
name: our-team
version: 1 # raise it with every change that moves results
title: How we look at a contact
about: What this rubric is for, and who agreed on it.

# A built-in rubric (default, care, needs, checklist) or a file may be extended: sections and criteria of the same
# id are overridden, others added, and remove: true takes one out.
# extends: care

mode: percent # weights sum to 100; or points: every criterion has points, and the result is earned of possible
bonusCap: 5

sections:
  - id: basics
    title: Basics
    weight: 40 # of the whole; what is not applicable hands its weight to the others
    criteria:
      - id: greeting
        title: Greets the customer
        weight: 50 # of the section
        feed: # present in the opening, or not
          findings: { rule: conduct/greets, place: opening }
      - id: prompt
        title: Answers promptly
        weight: 50
        when: { channel: [chat, call] } # or any key of the metadata; not applicable elsewhere
        feed: { measure: firstResponse, best: 60, worst: 300 } # seconds; not applicable without times
  - id: people
    title: A person to the customer
    weight: 60
    criteria:
      - id: openings
        title: Answers what customers tell and feel
        weight: 60
        feed: # the share answered; not applicable without an opportunity
          opportunities: { dimension: [disclosure, opening] }
          answers:
            - { name: personally, findings: [{ dimension: empathy, level: strong }, { dimension: authentic }] }
            - { name: by formula, credit: 0.25, findings: { dimension: empathy } }
      - id: own-words
        title: Own words
        weight: 40
        feed: { score: ownWords }
      - id: not-hurried
        title: Is not hurried
        weight: 0
        feed: { findings: { dimension: rushed }, atMost: 0 }
        autoFail: { scope: section, findings: { dimension: rushed }, atLeast: 3 }
      - id: extra-mile
        title: The extra mile
        bonus: 5 # beside the weights; all bonuses together add bonusCap at most
        feed: { findings: { dimension: authentic, kind: extra-mile } }
`;

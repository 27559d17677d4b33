/**
 * How much a word, or two in a row, tells the agent (above 0) from the customer, in hundredths of a nat. Fitted by
 * `scripts/fit-roles.ts` on the conversations in `fixtures/`; not written by hand. `0` stands for any number.
 */
export const wordWeights = `
  0_$:-21 0_0:-19 0_and:21 0_days:12 0_in:11 0_is:25 0_mins:17 0_of:-18 0_to:38 ?:39 ?_$:43 ?_?:-46 ^_0:-23
  ^_ah:22 ^_all:7 ^_and:-32 ^_can:-62 ^_dear:16 ^_do:-21 ^_done:25 ^_good:8 ^_got:-28 ^_great:-36 ^_ha:-29
  ^_haha:-28 ^_he:-7 ^_hello:-19 ^_hiya:12 ^_how:-33 ^_i:6 ^_im:-14 ^_is:-77 ^_it:-10 ^_its:6 ^_ive:11
  ^_lol:-37 ^_my:-27 ^_no:-9 ^_not:24 ^_ok:-25 ^_please:-7 ^_right:18 ^_so:-25 ^_thank:-12 ^_thanks:-22
  ^_that:-6 ^_thats:7 ^_the:-9 ^_then:57 ^_theres:12 ^_we:39 ^_well:-8 ^_what:17 ^_will:-70 ^_yeah:15
  ^_yes:16 ^_you:-12 ^_your:-53 ^_youre:9 about:9 about_the:6 about_your:10 account:33 account_number:42
  actually:-33 address:46 after:6 afternoon:19 again:-31 again_$:-36 ah:19 all:13 all_$:-8 all_right:19
  all_the:20 already:-12 alright:-10 always:52 am:6 am_sorry:24 an:29 and:12 and_0:21 and_i:-12 and_ill:57
  and_ive:17 and_then:-6 and_you:10 another:16 any_inconvenience:47 anyone:36 anything:28 anything_else:43
  app:-14 are:28 are_you:6 as:20 ask:9 asked:39 asking:-35 assist:15 assist_you:13 at:16 at_0:19 at_all:51
  baby:13 back:14 back_$:-14 bag:-30 bank:20 be:27 because:-11 been:-23 before:22 behind:22 being:21
  best:42 between:10 bill:5 birth:26 bit:-10 bless:-20 booked:19 booking:60 both:30 box:22 bring:40
  but_i:-22 by:30 by_the:13 bye:44 bye_$:35 call:16 calling:16 came:-82 can:14 can_assist:12 can_be:53
  can_do:33 can_i:9 can_see:21 can_you:-57 cancel:-53 cant:-12 car:-40 card:19 case:15 caused:51
  certainly:20 changed:41 charge:43 chat:68 check:65 cheers:-58 choosing:22 claim:19 close:45 come:-6
  comes:23 congratulations:54 contacting:33 could:-40 credit:38 date:43 date_of:26 day:40 day_$:27
  days_$:-16 dead:-47 desk:33 did:17 did_you:38 didnt:-5 dm:61 do:-18 do_i:-58 do_it:28 do_that:-11
  do_the:8 do_you:15 does:-27 doesnt:-29 doing:-13 done:28 dont_know:-44 door:32 down:-8 driver:-37 due:9
  eleven:11 else:38 else_i:8 email:29 end:-29 even:-19 everything:7 experience:32 fee:23 fifty:22 find:42
  fine:-14 first:16 five:6 for:7 for_0:-8 for_any:45 for_calling:22 for_choosing:22 for_contacting:33
  for_it:29 for_me:19 for_my:-23 for_that:11 for_the:11 for_you:43 for_your:63 form:19 found:-20 free:70
  from:5 from_0:26 front:16 get:5 get_the:-28 gets:-10 getting:8 give:37 glad:39 go:-8 god:-16 goes:41
  going:21 going_to:21 gone:-12 good:9 good_afternoon:20 good_morning:11 got:-12 got_it:-21 got_the:-13
  great:-7 ha:-32 haha:-35 half:32 hand:12 happy:10 happy_to:14 has:15 has_been:-7 have:18 have_the:-13
  have_to:14 have_you:18 havent:-14 having:48 he:12 hear:6 hear_that:22 hello:-19 hello_i:-20 her:7 here:14
  here_$:-18 hes:17 his:-30 hiya:7 hold:20 home:8 hope:26 hour:24 hours:-11 house:7 how:12 how_can:9
  how_do:-59 how_may:19 hundred:14 hundred_and:11 i:-25 i_am:-7 i_can:39 i_cant:12 i_do:8 i_dont:-40
  i_get:-46 i_hope:14 i_just:-17 i_know:65 i_need:-31 i_see:45 i_think:-55 i_understand:33 i_want:-33
  i_was:-11 id:6 ill:36 im:-35 im_not:-27 im_sorry:33 in:9 in_$:-21 in_my:-27 in_your:33 inconvenience:33
  instead:10 into:10 is:9 is_0:35 is_in:6 is_not:-20 is_on:14 is_that:6 is_the:-35 is_there:-25 it:12
  it_$:-17 it_?:18 it_and:27 it_back:28 it_for:-13 it_has:-14 it_in:24 it_is:15 it_now:17 it_on:33
  it_says:-32 it_the:-11 it_to:9 it_was:-14 itll:25 its_0:-18 its_for:-49 its_just:-17 its_my:-20
  its_not:15 its_the:5 ive:18 ive_been:-33 ive_got:-6 ive_put:53 job:-29 just:-9 keep:13 kids:-52 kind:-10
  kindly:44 know_what:-11 last:-30 late:14 left:-28 let:8 let_me:13 letter:9 like:-22 like_to:-22 line:68
  list:5 little:17 lol:-55 lol_$:-89 long:8 look:25 look_at:21 looking:7 lost:32 lot:-21 love:26 maam:24
  madam:-31 made:28 make:17 man:-34 march:24 may:22 may_i:18 me:-19 me_and:13 me_the:21 message:14 meter:6
  mind:15 mine:-19 mins:17 minutes:21 mobile:50 month:-18 months:53 more:32 mother:28 moved:31 much:-30
  much_$:-47 must:15 my:-71 my_name:13 myself:-6 name:24 name_is:20 name_on:27 need:-6 need_to:-23 never:16
  new:11 next:6 night:6 nine:-20 no:14 no_$:13 nobody:34 not:27 not_the:48 note:15 now:12 number:39
  number_$:14 of:8 of_birth:18 of_you:29 off:24 off_$:33 off_the:5 ok:-45 ok_$:-42 old:-11 on:13 on_it:7
  on_my:-22 on_your:27 once:32 one_of:6 ones:48 only:35 open:-7 or:28 other:-8 our:40 out:19 out_of:29
  over:-7 own:-16 page:48 paid:-10 payment:19 people:9 per:49 phone:28 photo:46 place:-17 plan:-6 please:25
  please_$:6 policy:35 post:11 put:37 read:25 really:31 reference:36 refund:41 rest:14 right:47 ring:47
  road:28 run:29 running:-9 said:-35 same:35 say:14 saying:-26 says:-41 second:24 see:26 send:40 sent:-14
  service:6 set:25 seven:-8 shall:36 she:-11 shes:-24 shop:-21 should:43 side:11 since:-38 sir:-13
  sister:-25 six:-12 small:28 so:14 so_i:-22 so_much:-38 so_sorry:22 so_the:18 so_you:32 some:-8
  somebody:24 sorry:51 sorry_about:32 sorry_to:29 speaking:59 speaking_$:70 start:-10 stay:33 still:6
  stop:62 sunday:-6 sure:42 ta:-43 take:7 take_the:24 team:65 tell:11 ten:43 text:38 than:43 thank:-26
  thank_you:-27 thanks:-12 thanks_$:-46 thanks_for:80 that:9 that_$:-7 that_is:13 that_one:-14 that_you:16
  thats:47 thats_it:-18 thats_the:21 the:15 the_0:18 the_account:8 the_card:22 the_first:13 the_form:36
  the_inconvenience:27 the_one:-5 the_same:14 the_whole:9 them:17 then:50 then_$:13 there_anything:11
  there_is:15 theres:9 they:-5 theyre:23 thing:-32 think:-47 third:14 this:20 this_is:34 thought:-48
  thousand:18 three:9 through:11 thursday:44 ticket:57 till:33 time:11 times:17 to:24 to_0:46 to_be:16
  to_get:26 to_hear:30 to_know:-21 to_see:-7 to_take:14 to_the:24 to_you:38 to_your:29 today:28 today_?:9
  told:15 tonight:19 too:-20 top:23 try:59 twelve:-11 twice:-37 two_$:-16 u:-8 uh:-24 um:-45 under:37
  understand:38 until:34 up:8 up_$:33 up_to:-15 us:42 use:17 wait:21 waiting:51 want:-14 want_to:-39
  wants:-26 was:-8 was_the:-10 water:-7 we:37 we_can:23 weeks:-23 welcome:38 well:24 went:7 were:14 weve:24
  what_is:-36 whats:36 whats_the:12 when:27 where:-15 which:52 while:13 who:-11 why:-62 wife:-5 with:10
  with_that:24 with_the:8 with_today:6 with_you:25 with_your:61 within:61 without:15 wont:-14 work:-41
  working:28 would:-7 would_you:19 write:6 wrong:17 yeah:10 year:-33 years:-8 yes:21 yes_$:7 you:32
  you_$:-37 you_?:8 you_and:33 you_are:21 you_can:23 you_do:11 you_for:31 you_get:34 you_got:30 you_have:7
  you_know:-22 you_like:35 you_need:42 you_on:22 you_the:33 you_to:41 you_today:12 you_want:31 you_will:39
  you_with:10 youd:30 youll:77 your:35 your_account:54 youre:43 yours:44 yourself:24 youve:24 zero:-7
`;

/**
 * The words that fill the sentences' slots, the commonest first: they are drawn by rank, as words come in speech.
 * Written for this project.
 */
const list = (text: string) => text.trim().split(/\s+/);

/** What a contact is about: one for each conversation. */
export const things =
  list(`order account bill delivery router contract parcel meter refund card booking boiler phone
policy laptop subscription washer tariff invoice flight mattress password appointment fridge statement voucher sofa
thermostat oven prescription tablet cable jacket membership printer deposit claim ticket kettle bicycle freezer charger
wardrobe heater camera dishwasher curtain lamp carpet toaster radiator suitcase helmet stroller hoover drill blender
monitor keyboard speaker armchair bookcase greenhouse trampoline lawnmower dehumidifier aquarium telescope`);

/** What stands around it. */
export const nouns = list(`number address date name payment system note team line box message screen letter
driver page form code branch button app option bank month label door street detail signal plan price warehouse reader
engineer reference account cable shelf corner notice window garage manual receipt folder balance
discount holder battery socket depot counter van ladder invoice record hallway switch panel courier barcode
postcode basement reception lift courtyard fuse hinge bracket gasket valve nozzle pipe hose tap tile plaster skirting
gutter chimney attic porch fence gate shed conservatory veranda balcony stairwell letterbox doorbell intercom keypad
padlock screwdriver spanner tape parcel-shelf pallet crate forklift trolley conveyor scanner docket manifest customs
tariff levy surcharge instalment mandate overdraft ledger audit voucher coupon stamp envelope leaflet brochure catalogue
swatch fabric lining zip cushion castor drawer handle veneer varnish worktop splashback plinth cabinet pantry larder
utensil saucepan casserole skillet colander whisk ladle teapot saucer goblet decanter tablecloth napkin doily`);

/** What was done, in the past. */
export const did =
  list(`checked sent changed called ordered tried moved paid booked opened updated returned cancelled
added received entered asked renewed signed printed measured replaced posted reset linked noticed charged confirmed
unplugged uploaded forwarded refreshed scanned weighed wrapped delayed rerouted stored filed matched registered refunded
debited amended verified dispatched collected repacked resealed installed fitted mounted descaled tightened
loosened calibrated rebooted reconnected downgraded upgraded merged split archived restored redirected restocked`);

/** What will be done. */
export const todo =
  list(`check send change open view update move cancel book add pay call correct confirm post try reset
release renew return arrange print replace raise trace amend order extend split reissue transfer unlock pause remove
adjust refund recount relabel rebook restart relink resend reopen rearrange reprogram recalibrate reallocate`);

/** How things are. */
export const adjectives =
  list(`new old other right wrong last same first second whole small big early open different
current full empty clear wet broken missing spare cheap blue black heavy loose quick correct normal
annual monthly separate original upstairs temporary online final rough bent cracked faded noisy stiff rusty dusty
narrow steep crooked dented scratched mouldy frayed leaky wobbly flimsy sturdy bulky hollow tangled lopsided
discoloured mismatched oversized undersized prepaid overdue unpaid outdated handwritten illegible waterproof`);

/** How, or how often. */
export const adverbs =
  list(`just already again now still only yesterday today twice online actually later straight first
properly usually recently early manually slowly partly quietly overnight separately carefully somehow directly`);

/** Where. */
export const places =
  list(`store depot shop branch warehouse counter hub yard garage showroom terminal outlet kiosk
lockup arcade precinct hangar silo`);

/** First names of customers and agents. */
export const firstNames =
  list(`Anna James Maria David Sarah Mohammed Emma Daniel Priya Chris Laura Ahmed Julie Kevin Grace Wei
Sofia Patrick Amina Lucas Helen Kofi Rosa Stefan Leila Gareth Yusuf Ingrid Marek Chidi Aoife Hugo Renée Tomás Zoë
Bilal Freya Joaquín Nkechi Oskar Petra Rhys Sanjay Tamsin Ulrich Vera Wanda Xavier Yara Zainab Agnes Bogdan Carmel
Dmitri Esme Farah Giles Hilda Imran Jasper Keiko Lionel Mabel Nigel Odette Percy Quentin Rowan Sunita Tilda`);

/** Syllables of surnames, streets and brands: the long tail that no list holds. */
export const heads =
  list(`al bar ben bram brin cal car cor dal dar den dor el fair fen gar glen gor had hal har hart hol
hum kel kin lan lar lin lock lor mal mar mel mon nor oak or pel pen pres quin rad ren ros sal sel shel sor stan tal tar
thorn tor ul ver wal war wel whit win yar`);
export const middles = list('a e i o u an en er in ing ow ar el ol un es is ell ack ick');
export const tails =
  list(`by berg bury combe dale den don field ford gate ham hurst ington kin land ley low man mere mond
more ness ov ridge rick sen shaw ski son stead stow thwaite ton vale well wick wood worth`);

export const months = list(
  'January February March April May June July August September October November December',
);
export const days = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');

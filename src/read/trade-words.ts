/**
 * Words of trade and office. They tell agent and customer apart by nothing, but where hardly any is said, there may
 * be neither: friends and colleagues too ask one another for things.
 */
export const tradeWords: ReadonlySet<string> = new Set(
  `account accounts order orders ordered refund refunded refunds bill bills billing billed charge charged charges
   booking bookings reservation reservations delivery delivered deliver parcel package courier tracking invoice payment
   payments deposit debit credit credited policy policies claim claims premium insurance meter tariff router broadband
   modem boiler engineer technician warranty guarantee voucher discount coupon promo subscription subscribed membership
   password login username portal reference balance fee fees statement loan mortgage prescription checkout cancel
   cancelled cancellation upgrade contract renewal renew reset restart postcode tenancy landlord repair repairs
   replacement faulty dispatch dispatched shipped shipping warehouse helpline hotline overdraft
   transaction fraud dispute flight luggage baggage boarding itinerary suite checkin rebook rebooked
   eligible eligibility benefit benefits application appointment appointments slot customer customers service supplier
   serial firmware licence license roaming sim handset device unlock locked
   purchase purchased receipt expired expires hacked error email emails support team version settings apps network data
   signal store branch seat seats stock`.split(/\s+/),
);

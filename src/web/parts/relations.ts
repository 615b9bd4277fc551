import type { OrganizationRelation } from "#domain/model/person.ts";

/** What an organization is to us, in words. */
export const relationWords: Record<OrganizationRelation, string> = {
  partner: "Partner",
  competitor: "Competitor",
  customer: "Customer",
  vendor: "Vendor",
  community: "Community",
  other: "Other",
};

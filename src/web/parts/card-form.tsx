import { useState } from "react";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Button as Press } from "react-aria-components/Button";
import type { CardSeen } from "#debrief/carded.ts";
import type { Address, ContactCard } from "#domain/model/person.ts";
import { dayAt } from "#domain/model/time.ts";
import { zoneOf } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { type Place, Where } from "./capture-where.tsx";
import { Photo } from "./photo.tsx";
import { DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { useRun, useWorkspace } from "./workspace.tsx";
import styles from "./card-photo.module.css";

interface Props {
  seen: CardSeen;
  photo: Blob;
  where: Place;
  onBack: () => void;
  onKept: () => void;
}

type Kind = "emails" | "phones" | "urls";

/** What was read of a card, field by field, to be corrected; one key keeps it (RD2). */
export function CardForm({ seen, photo, where, onBack, onKept }: Props) {
  const workspace = useWorkspace();
  const run = useRun();
  const [card, setCard] = useState<ContactCard>(() => toFill(seen.card));
  const [isKeeping, setKeeping] = useState(false);
  const change = (fields: Partial<ContactCard>) => setCard((before) => ({ ...before, ...fields }));
  const event = where.events.find(({ id }) => id === where.eventId);

  const keep = async () => {
    if (card.name.trim() === "" || isKeeping) return;
    setKeeping(true);
    const timeZone = event?.timeZone ?? zoneOf(workspace.replica);
    const { session } = where;
    const args = {
      eventId: where.eventId,
      session: session && { guid: session.guid, title: session.title },
      text: seen.text,
      takenOn: dayAt(Temporal.Now.instant(), timeZone),
      card: filled(card, seen.card),
    };
    try {
      const at = event === undefined ? "" : `, met at ${event.name}`;
      await run("person.capture", args, { say: `${args.card.name} kept${at}` });
      onKept();
    } catch {
      setKeeping(false); // why was said already
    }
  };

  const addresses = (kind: Kind, noun: string, type: "email" | "tel" | "url") =>
    card[kind].map(({ value, label }, at) => (
      <TextField
        // The rows keep their number and order while the form stands.
        key={`${kind} ${at}`}
        label={label === null ? noun : `${noun} (${label})`}
        type={type}
        maxLength={400}
        value={value}
        onChange={(next) => change({ [kind]: card[kind].with(at, { value: next, label }) })}
      />
    ));

  return (
    <form
      className={styles["form"]}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void keep();
      }}
    >
      <div className={styles["head"]}>
        <Photo photo={photo} />
        <p>
          {seen.card === null ? "Nobody was found in the words. Who is it?" : "Is this right? Nothing is kept yet."}
        </p>
      </div>
      <div className={styles["fields"]}>
        <TextField
          label="Name"
          autoFocus
          isRequired
          maxLength={300}
          value={card.name}
          onChange={(name) => change({ name })}
        />
        <TextField label="Role" maxLength={300} value={card.role ?? ""} onChange={(role) => change({ role })} />
        <TextField
          label="Organization"
          maxLength={300}
          value={card.organization ?? ""}
          onChange={(organization) => change({ organization })}
        />
        {addresses("emails", "E-mail", "email")}
        {addresses("phones", "Phone", "tel")}
        {addresses("urls", "Link", "url")}
      </div>
      <Where where={where} />
      <Disclosure className={styles["read"] ?? ""}>
        <Press slot="trigger" className={styles["more"] ?? ""}>
          What was read
        </Press>
        <DisclosurePanel>
          <pre>{seen.text}</pre>
        </DisclosurePanel>
      </Disclosure>
      <DialogActs>
        <Button onPress={onBack}>Back to the line</Button>
        <Button look="main" type="submit" keyName="Enter" isDisabled={card.name.trim() === "" || isKeeping}>
          Keep
        </Button>
      </DialogActs>
    </form>
  );
}

const nobody: ContactCard = {
  name: "",
  givenName: null,
  familyName: null,
  nicknames: [],
  role: null,
  emails: [],
  phones: [],
  urls: [],
  place: null,
  about: null,
  organization: null,
  connectedOn: null,
};

/** What was found, with an empty row for an address of each kind that people write down. */
function toFill(found: ContactCard | null): ContactCard {
  const card = found ?? nobody;
  const row: Address[] = [{ value: "", label: null }];
  return {
    ...card,
    emails: card.emails.length > 0 ? card.emails : row,
    phones: card.phones.length > 0 ? card.phones : row,
  };
}

/** The card as it is kept: what was emptied is nothing, and of a name that was corrected the parts are not known. */
function filled(card: ContactCard, found: ContactCard | null): ContactCard {
  const words = (text: string | null) => text?.trim() || null;
  const there = (addresses: readonly Address[]) => addresses.filter(({ value }) => value.trim() !== "");
  const name = card.name.trim();
  return {
    ...card,
    name,
    ...(name === found?.name ? {} : { givenName: null, familyName: null }),
    role: words(card.role),
    organization: words(card.organization),
    emails: there(card.emails),
    phones: there(card.phones),
    urls: there(card.urls),
  };
}

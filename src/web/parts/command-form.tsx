import { useMemo, useState } from "react";
import { type CommandName, commands } from "#domain/commands.ts";
import type { ArgsOf } from "#domain/run.ts";
import { named } from "#questions/named.ts";
import { Button } from "./button.tsx";
import { type CommandField, fieldsOf } from "./command-fields.ts";
import { DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

type Values = Record<string, string | boolean>;

/** A command by its form, made of its own schema; what it needs comes first. */
export function CommandForm({ name, onClose }: { name: CommandName; onClose: () => void }) {
  const run = useRun();
  const fields = useMemo(() => fieldsOf(name).sort((a, b) => Number(b.isNeeded) - Number(a.isNeeded)), [name]);
  const [values, setValues] = useState<Values>({});
  const [why, setWhy] = useState<string | null>(null);
  const set = (field: string, value: string | boolean) => setValues((now) => ({ ...now, [field]: value }));
  const submit = async () => {
    try {
      // The command checks what it is given, whoever gives it.
      await run(name, argsOf(fields, values) as ArgsOf<CommandName>);
      onClose();
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form
      className="asked"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{commands[name].title}</h2>
      {fields.map((field, place) => (
        <Field
          key={field.name}
          field={field}
          isFirst={place === 0}
          value={values[field.name]}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      {why !== null && <p role="alert">{why}</p>}
      <DialogActs>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="main" type="submit">
          {commands[name].title}
        </Button>
      </DialogActs>
    </form>
  );
}

interface FieldProps {
  field: CommandField;
  isFirst: boolean;
  value: string | boolean | undefined;
  onChange: (value: string | boolean) => void;
}

function Field({ field, isFirst, value, onChange }: FieldProps) {
  const { kind, words, isNeeded } = field;
  const text = typeof value === "string" ? value : "";
  switch (kind.is) {
    case "record":
      return <RecordPick field={field} of={kind.of} value={text} onChange={onChange} />;
    case "choice":
      return (
        <NativePick
          label={words}
          value={text}
          onChange={onChange}
          isNeeded={isNeeded}
          from={kind.of.map((id) => ({ id, words: id }))}
        />
      );
    case "flag":
      return (
        <NativePick
          label={words}
          value={typeof value === "boolean" ? String(value) : ""}
          onChange={(next) => onChange(next === "true")}
          isNeeded={false}
          from={[
            { id: "true", words: "Yes" },
            { id: "false", words: "No" },
          ]}
        />
      );
    case "day":
    case "number":
    case "text":
      return (
        <TextField
          label={words}
          type={kind.is === "day" ? "date" : kind.is === "number" ? "number" : "text"}
          value={text}
          onChange={onChange}
          isRequired={isNeeded}
          autoFocus={isFirst}
          autoComplete="off"
        />
      );
  }
}

function RecordPick({
  field,
  of,
  value,
  onChange,
}: Omit<FieldProps, "isFirst" | "value"> & { of: Parameters<typeof named>[1]; value: string }) {
  const records = useQuestion((replica) => named(replica, of), [of]);
  return <NativePick label={field.words} value={value} onChange={onChange} isNeeded={field.isNeeded} from={records} />;
}

function argsOf(fields: readonly CommandField[], values: Values): object {
  const given = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values[name];
    if (value === undefined || value === "") return [];
    return [[name, kind.is === "number" ? Number(value) : value]];
  });
  return Object.fromEntries(given);
}

import type { ReactNode, Ref } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as Field,
  type TextFieldProps,
} from "react-aria-components/TextField";
import { TextArea as Area } from "react-aria-components/TextArea";
import styles from "./field.module.css";

interface Props extends Omit<TextFieldProps, "className" | "style" | "children"> {
  label: string;
  /** The label is there for screen readers only: something beside it says the same. */
  isLabelUnseen?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
}

/** A line of words with its label. */
export function TextField({
  label,
  isLabelUnseen,
  hint,
  error,
  placeholder,
  inputRef,
  ...props
}: Props & { inputRef?: Ref<HTMLInputElement> }) {
  return (
    <Field {...props} isInvalid={error !== undefined} className={styles["field"] ?? ""}>
      <Label className={isLabelUnseen ? "unseen" : (styles["label"] ?? "")}>{label}</Label>
      <Input
        className={styles["input"] ?? ""}
        {...(placeholder && { placeholder })}
        {...(inputRef && { ref: inputRef })}
      />
      <Beside hint={hint} error={error} />
    </Field>
  );
}

/** Some lines of words with their label; it grows with them. */
export function TextArea({
  label,
  isLabelUnseen,
  hint,
  error,
  placeholder,
  rows = 3,
  areaRef,
  ...props
}: Props & { rows?: number; areaRef?: Ref<HTMLTextAreaElement> }) {
  return (
    <Field {...props} isInvalid={error !== undefined} className={styles["field"] ?? ""}>
      <Label className={isLabelUnseen ? "unseen" : (styles["label"] ?? "")}>{label}</Label>
      <Area
        rows={rows}
        className={styles["area"] ?? ""}
        {...(placeholder && { placeholder })}
        {...(areaRef && { ref: areaRef })}
      />
      <Beside hint={hint} error={error} />
    </Field>
  );
}

function Beside({ hint, error }: { hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={styles["hint"] ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={styles["error"] ?? ""}>{error}</FieldError>
    </>
  );
}

import { FolderUp } from "lucide-react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { type ExportRead, reader, type ReadingProgress, ReadingStopped } from "../device/reader.ts";
import { sayBytes } from "./bytes.ts";
import { Button } from "./button.tsx";
import styles from "./export-choice.module.css";

/**
 * Bytes of an export that the app takes in: what comes of it goes to the server as one message, which takes 64 MB. The command line reads
 * larger ones.
 */
const bytesMax = 60_000_000;

interface Props {
  /** What the button says. */
  does: string;
  onRead: (read: ExportRead) => void;
}

/** An exported workspace is chosen, and read and checked on this device before anything is done with it. */
export function ExportChoice({ does, onRead }: Props) {
  const [progress, setProgress] = useState<ReadingProgress | "opening" | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setNotice(null);
    if (file.size > bytesMax) {
      const most = `${sayBytes(file.size)} is more than the app takes in at once (${sayBytes(bytesMax)}).`;
      setNotice(`${most} On the machine that Upshot runs on, “upshot import ${file.name} --store NEWFILE” takes it.`);
      return;
    }
    setProgress("opening");
    try {
      onRead(await reader.ask({ ask: "export", file }, setProgress));
    } catch (error) {
      setNotice(error instanceof ReadingStopped ? error.message : `${(error as Error).message} Nothing was taken in.`);
    } finally {
      setProgress(null);
    }
  };
  if (progress !== null) return <Progress progress={progress === "opening" ? null : progress} />;
  return (
    <>
      {notice !== null && (
        <p role="alert" className={styles["notice"]}>
          {notice}
        </p>
      )}
      <div className={styles["choice"]}>
        <FileTrigger acceptedFileTypes={[".jsonl", "application/jsonl"]} onSelect={(list) => void choose(list?.[0])}>
          <Button icon={FolderUp}>{does}</Button>
        </FileTrigger>
      </div>
    </>
  );
}

function Progress({ progress }: { progress: ReadingProgress | null }) {
  const isRead = progress !== null && progress.done === progress.total;
  return (
    <div className={styles["progress"]} role="status">
      <progress
        aria-label="Reading the export"
        max={progress?.total ?? 1}
        {...(progress === null || isRead ? {} : { value: progress.done })}
      />
      <p>
        {progress === null
          ? "Opening the export"
          : isRead
            ? "Checking each record"
            : `${sayBytes(progress.done)} of ${sayBytes(progress.total)}`}
      </p>
      <Button onPress={() => reader.stop()}>Stop</Button>
    </div>
  );
}

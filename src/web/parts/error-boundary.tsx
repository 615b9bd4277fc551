import { Component, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Empty } from "./empty.tsx";

interface Props {
  children: ReactNode;
  /** What could not be shown, as it begins a sentence: "This screen". */
  what: string;
  /** Where it is shown: elsewhere it is tried again. */
  at: string;
}

/**
 * Keeps the rest of the app when a part of it fails while it is drawn: says so in place of that part, and that nothing was lost. A
 * part whose file is not on this device yet says that, since then it is the network that is missing.
 */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error("nothing more is known") };
  }

  override componentDidUpdate({ at }: Props): void {
    if (at !== this.props.at && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const isMissing = error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
    return (
      <div role="alert">
        <Empty
          title={`${this.props.what} ${isMissing ? "is not on this device yet" : "could not be shown"}`}
          act={<Button onPress={() => location.reload()}>Reload</Button>}
        >
          {isMissing
            ? "It is fetched when the server can be reached again. What you wrote is kept."
            : `That is a mistake in Upshot; what you wrote is kept. The browser says: ${error.message}`}
        </Empty>
      </div>
    );
  }
}

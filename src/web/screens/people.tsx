import { people } from "#questions/people.ts";
import { useQuestion } from "../parts/workspace.tsx";

/** Everybody the workspace knows. */
export function PeopleScreen() {
  const all = useQuestion(people, []);
  return (
    <>
      <h1>People</h1>
      <ul>
        {all.map(({ person, organization }) => (
          <li key={person.id}>
            {person.name} {organization}
          </li>
        ))}
      </ul>
    </>
  );
}

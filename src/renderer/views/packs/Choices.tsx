// One of several answers, each with what it means under it.
import { createContext, type ReactNode, useContext, useId } from 'react';
import formStyles from './ShareForm.module.css';

interface Group {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

const GroupContext = createContext<Group | null>(null);

interface ChoicesProps<K extends string> {
  name: string;
  value: K;
  onChange: (value: K) => void;
  children: ReactNode;
}

/** A group of radio buttons; the question is the legend around it. */
export function Choices<K extends string>({ name, value, onChange, children }: ChoicesProps<K>) {
  return (
    <GroupContext value={{ name, value, onChange: onChange as (value: string) => void }}>
      <div className={formStyles.choices}>{children}</div>
    </GroupContext>
  );
}

interface ChoiceProps {
  value: string;
  hint?: string;
  children: ReactNode;
}

/** One answer. */
export function Choice({ value, hint, children }: ChoiceProps) {
  const group = useContext(GroupContext);
  const id = useId();
  if (!group) throw new Error('a choice stands outside its group');
  return (
    <div>
      <label className={formStyles.checkLabel}>
        <input
          type="radio"
          name={group.name}
          checked={group.value === value}
          aria-describedby={hint ? id : undefined}
          onChange={() => group.onChange(value)}
        />
        {children}
      </label>
      {hint && (
        <p id={id} className={formStyles.choiceHint}>
          {hint}
        </p>
      )}
    </div>
  );
}

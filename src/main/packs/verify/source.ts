// Reads metadata out of a pack: each file bounded by its size before it is read.
import { AppError } from '../../../shared/errors.ts';
import { faultCode } from '../../sqlite/faults.ts';
import type { Container } from '../container/container.ts';
import { Refusal } from './refusal.ts';
import type { MetadataSource } from './policy.ts';

/** The lists of a pack; what cannot be read, a bad block for example, is as if it were not there. */
export function packSource(container: Pick<Container, 'read'>): MetadataSource {
  return {
    read: async (name, maxBytes) => {
      try {
        return await container.read(name, maxBytes);
      } catch (error) {
        if (error instanceof AppError && error.code === 'pack_file_too_large') {
          throw new Refusal('too-large', { file: name }, { cause: error });
        }
        if (faultCode(error) !== '') return null;
        throw error;
      }
    },
  };
}

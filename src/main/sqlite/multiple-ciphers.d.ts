// The encrypting build keeps its types where `exports` does not show them; it has the shape of better-sqlite3.
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';

  export default Database;
}

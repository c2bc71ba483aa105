/** Whether the last request found somebody at the other end. */
class Connection {
  isLost = $state(false);
}

export const connection = new Connection();

/** Whether this device still takes what is typed. Where it does not, it stands in this page alone until it is sent. */
class Storage {
  isFull = $state(false);
}

export const storage = new Storage();

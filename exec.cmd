@rem npm scripts begin with the shell's exec, so that a signal to npm reaches the program; cmd.exe has none and finds this.
@%*

package io.bellwether.app.cli;

/** What a command's exit code tells a script. */
final class Exit {
    static final int FINE = 0;
    /** The workspace has errors. */
    static final int WORKSPACE = 1;
    /** The command line is wrong: an unknown option, an unknown metric. */
    static final int USAGE = 2;
    /** The engine failed. */
    static final int ENGINE = 3;

    private Exit() {}
}

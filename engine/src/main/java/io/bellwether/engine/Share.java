package io.bellwether.engine;

import java.util.concurrent.Semaphore;

/** How many statements one client may have with the engines at the same time, those that wait for their turn included. */
public final class Share {
    private final int places;
    private final Semaphore free;

    public Share(int places) {
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Whether nothing of the client's is with an engine. */
    public boolean isIdle() {
        return free.availablePermits() == places;
    }

    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }

    EngineException full() {
        return EngineException.of(
                "E618",
                "this client has " + places + " statements at work or waiting",
                "wait for answers before asking more");
    }
}

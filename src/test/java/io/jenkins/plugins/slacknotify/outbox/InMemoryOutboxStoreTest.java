package io.jenkins.plugins.slacknotify.outbox;

class InMemoryOutboxStoreTest extends OutboxStoreContract {
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();

    @Override
    OutboxStore open() {
        return store;
    }
}

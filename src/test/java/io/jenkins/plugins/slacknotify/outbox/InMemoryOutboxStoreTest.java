package io.jenkins.plugins.slacknotify.outbox;

class InMemoryOutboxStoreTest extends OutboxStoreContract {
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();

    @Override
    protected OutboxStore open() {
        return store;
    }
}

package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A responder that keeps what it is asked to say. */
public final class FakeResponder implements Responder {
    public record Said(RequestOrigin origin, Answer answer) {}

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private SendResult next = new SendResult.Sent("", null);
    private Runnable during = () -> {};

    public void answering(SendResult result) {
        next = result;
    }

    /** Has something happen once an answer has arrived, and before anybody knows it. */
    void during(Runnable happening) {
        during = happening;
    }

    @Override
    public SendResult respond(RequestOrigin origin, Answer answer) {
        said.add(new Said(origin, answer));
        during.run();
        return next;
    }

    public List<Said> said() {
        return List.copyOf(said);
    }

    public List<String> texts() {
        return said.stream().map(each -> each.answer().text()).toList();
    }
}

package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.slack.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Lets threads that ask the same question at the same time share one call, made on the thread of the first. Nothing is
 * remembered once it has ended.
 */
final class SharedCalls<Q, T> {
    private final ConcurrentMap<Q, CompletableFuture<Answer<T>>> running = new ConcurrentHashMap<>();

    /** The answer of this call, or of the same one that another thread makes already. */
    Answer<T> ask(Q question, Supplier<Answer<T>> call) {
        CompletableFuture<Answer<T>> mine = new CompletableFuture<>();
        CompletableFuture<Answer<T>> others = running.putIfAbsent(question, mine);
        if (others != null) {
            return await(others);
        }
        try {
            mine.complete(call.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(question, mine);
        }
        return mine.join();
    }

    private static <T> Answer<T> await(CompletableFuture<Answer<T>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable<>("The thread was interrupted while another one asked Slack the same.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The thread that asked Slack the same has failed", e.getCause());
        }
    }
}

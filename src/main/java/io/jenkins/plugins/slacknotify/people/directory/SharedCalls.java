package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.SlackResult;
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
    private final ConcurrentMap<Q, CompletableFuture<SlackResult<T>>> running = new ConcurrentHashMap<>();

    /** The answer of this call, or of the same one that another thread makes already. */
    SlackResult<T> call(Q question, Supplier<SlackResult<T>> call) {
        CompletableFuture<SlackResult<T>> mine = new CompletableFuture<>();
        CompletableFuture<SlackResult<T>> others = running.putIfAbsent(question, mine);
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

    private static <T> SlackResult<T> await(CompletableFuture<SlackResult<T>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SlackResult.Unreachable<>("The thread was interrupted while another one asked Slack the same.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The thread that asked Slack the same has failed", e.getCause());
        }
    }
}

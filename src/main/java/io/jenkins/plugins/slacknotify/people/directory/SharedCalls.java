package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Calls that threads share: where several threads need the result of one call at the same time, the first makes it and the
 * others wait. Nothing is remembered once the call has ended.
 *
 * @param <K> what identifies a call
 */
final class SharedCalls<K, T> {
    private final ConcurrentMap<K, CompletableFuture<SlackResult<T>>> running = new ConcurrentHashMap<>();

    /** Returns the result of a call, or that of the call with an equal key that another thread makes already. */
    SlackResult<T> call(K key, Supplier<SlackResult<T>> call) {
        CompletableFuture<SlackResult<T>> own = new CompletableFuture<>();
        CompletableFuture<SlackResult<T>> others = running.putIfAbsent(key, own);
        if (others != null) {
            return await(others);
        }
        try {
            own.complete(call.get());
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, own);
        }
        return own.join();
    }

    private static <T> SlackResult<T> await(CompletableFuture<SlackResult<T>> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SlackResult.Unreachable<>("The thread was interrupted while another one asked Slack the same.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The thread that asked Slack the same has failed", e.getCause());
        }
    }
}

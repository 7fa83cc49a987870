package io.jenkins.plugins.slacknotify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {
    private final LruCache<String, Integer> cache = new LruCache<>(2);

    @Test
    void shouldDropWhatWasNotUsedForLongest() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);

        assertThat(cache.copy().keySet()).containsExactly("a", "c");
    }

    @Test
    void shouldForgetWhatIsRemoved() {
        cache.put("a", 1);
        cache.remove("a");

        assertThat(cache.get("a")).isEmpty();
    }
}

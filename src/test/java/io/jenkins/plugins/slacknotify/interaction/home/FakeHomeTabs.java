package io.jenkins.plugins.slacknotify.interaction.home;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.ArrayList;
import java.util.List;

/** Home tabs in memory, each with the hash {@code hash-1}, {@code hash-2} and so on. */
final class FakeHomeTabs implements HomeTabs {
    final List<String> views = new ArrayList<>();
    final List<String> hashes = new ArrayList<>();
    PublishedTab answer;

    @Override
    public PublishedTab publish(RequestOrigin origin, String hash, String view) {
        views.add(view);
        hashes.add(hash);
        return answer == null ? new PublishedTab.Shown("hash-" + views.size()) : answer;
    }
}

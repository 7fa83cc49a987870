package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.interaction.page.PageAddress;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the cards of the links in a message. Safe for use by many threads, as far as its port is. */
public final class LinkCards {
    static final int MAX_LINKS = 5;

    private final PageReader pages;
    private final ButtonSeal seal;
    private final CardRenderer renderer = new CardRenderer();

    /** @param seal is put on the buttons */
    public LinkCards(PageReader pages, ButtonSeal seal) {
        this.pages = pages;
        this.seal = seal;
    }

    /**
     * The cards of a message.
     *
     * @param blocks a JSON array of blocks for each address
     * @param signature differs where the cards differ by more than the time that has gone by
     * @param isUnderWay whether they are likely to be others in a while
     */
    record Cards(Map<String, String> blocks, String signature, boolean isUnderWay) {}

    /** Returns the addresses that lead to pages of this Jenkins of which there can be a card; each once. */
    List<String> known(List<String> addresses) {
        return pages(addresses).keySet().stream().toList();
    }

    private Map<String, JenkinsPage> pages(List<String> addresses) {
        Map<String, JenkinsPage> found = new LinkedHashMap<>();
        Optional<String> root = pages.rootUrl();
        for (String address : addresses) {
            root.flatMap(own -> PageAddress.read(address, own))
                    .filter(page -> !(page instanceof JenkinsPage.ItemPage item) || item.isOverview())
                    .filter(page -> found.size() < MAX_LINKS && !found.containsValue(page))
                    .ifPresent(page -> found.putIfAbsent(address, page));
        }
        return found;
    }

    /**
     * Makes the cards of what an account may read at this moment; two addresses of which the card would be the same have one.
     *
     * @throws RuntimeException where the security realm does not answer, or a build's files are damaged
     */
    Cards of(String account, LinkContext place, List<String> addresses) {
        Map<String, String> blocks = new LinkedHashMap<>();
        List<String> signatures = new ArrayList<>();
        boolean isUnderWay = false;
        for (Map.Entry<String, JenkinsPage> link : pages(addresses).entrySet()) {
            Optional<PageContent> content = pages.read(account, link.getValue(), place);
            if (content.isEmpty()) {
                continue;
            }
            String card = seal.seal(renderer.render(content.get()));
            if (!blocks.containsValue(card)) {
                blocks.put(link.getKey(), card);
                signatures.add(renderer.signature(content.get()));
                isUnderWay |= content.get().isUnderWay();
            }
        }
        return new Cards(blocks, Integer.toHexString(signatures.hashCode()), isUnderWay);
    }
}

package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.WebDriverException;

/**
 * The browsers that tests share, as a start takes some seconds of a processor: each serves one at a time, and there are as many as have
 * ever been at work at once. They end with the virtual machine. Safe for use by many threads.
 */
public final class Browsers {
    private static final Set<Browser> OPEN = ConcurrentHashMap.newKeySet();
    private static final Deque<Browser> FREE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Browsers::closeAll, "close browsers"));
    }

    private Browsers() {}

    /** One that nobody else has until it is taken back, and that knows nothing of anybody; {@link Browser#isAtHand()} must hold. */
    public static Browser take() {
        var browser = FREE.poll();
        if (browser == null) {
            browser = Browser.open();
            OPEN.add(browser);
        }
        return browser;
    }

    /** Has one forget everything, for somebody else. */
    public static void takeBack(Browser browser) {
        try {
            browser.forget();
            FREE.push(browser);
        } catch (WebDriverException broken) {
            OPEN.remove(browser);
            browser.close();
        }
    }

    /** Those at work, too, as the tests may have been interrupted. */
    private static void closeAll() {
        OPEN.forEach(Browser::close);
    }
}

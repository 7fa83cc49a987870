package io.jenkins.plugins.slacknotify.interaction.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses of this Jenkins. */
public final class PageAddress {
    /** An address as browsers take it. The standard allows less: people write names with characters that it wants encoded. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.CASE_INSENSITIVE);

    /** A step to another page than that of the job before it. Browsers leave none in an address. */
    private static final Pattern UPWARDS = Pattern.compile("/(?:\\.|%2e){2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]");

    private PageAddress() {}

    public static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "https://", 0, 8) || text.regionMatches(true, 0, "http://", 0, 7);
    }

    /**
     * Reads an address of Jenkins' own pages or of Blue Ocean. Whether it says http or https makes no difference; Slack may write its
     * ampersands as {@code &amp;}. That of a page for signing in leads to where it sends its reader afterwards.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it leads elsewhere, or to a page of which nothing is known here
     */
    public static Optional<JenkinsPage> read(String text, String root) {
        return read(text, root, true);
    }

    /** @param leadsOn whether a page for signing in leads elsewhere: one of the other one does not, as such addresses can go on for ever */
    private static Optional<JenkinsPage> read(String text, String root, boolean leadsOn) {
        String typed = text.strip().replace("&amp;", "&");
        Matcher address = ADDRESS.matcher(typed);
        Matcher own = ADDRESS.matcher(root);
        if (BLANK.matcher(typed).find() || !address.matches() || !own.matches()) {
            return Optional.empty();
        }
        String path = address.group(3);
        if (UPWARDS.matcher(path).find()) {
            return Optional.empty();
        }
        if (!authority(own).equals(authority(address)) || !path.startsWith(own.group(3))) {
            return Optional.empty();
        }
        AddressTail tail = new AddressTail(orEmpty(address.group(4)), orEmpty(address.group(5)));
        Segments segments = Segments.of(path.substring(own.group(3).length()));
        if (segments.skip(true, "blue", "organizations", "jenkins")) {
            return BlueOceanPages.read(segments, tail);
        }
        return isSignIn(segments)
                ? tail.parameter("from")
                        .filter(from -> leadsOn && from.startsWith("/"))
                        .flatMap(from -> read(address.group(1) + "://" + address.group(2) + from, root, false))
                : OwnPages.read(segments, tail);
    }

    /** Tests whether an address is that of the page for signing in, which people who are not signed in copy instead of the page's own. */
    private static boolean isSignIn(Segments segments) {
        return segments.skip(false, "login")
                || segments.skip(false, "loginError")
                || segments.skip(false, "securityRealm", "commenceLogin");
    }

    /** Returns host and port; the port that belongs to the scheme is none. */
    private static String authority(Matcher address) {
        boolean isSecure = address.group(1).equalsIgnoreCase("https");
        String authority = address.group(2).toLowerCase(Locale.ROOT);
        String usual = isSecure ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}

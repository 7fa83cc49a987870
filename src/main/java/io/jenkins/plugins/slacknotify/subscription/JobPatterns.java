package io.jenkins.plugins.slacknotify.subscription;

import java.util.List;

/** Follows jobs and folders that are renamed or moved, in patterns for full names of jobs. */
public final class JobPatterns {
    private JobPatterns() {}

    /** Returns the patterns with the new name in the place of the old one, where a pattern begins with it. */
    static List<String> moved(List<String> patterns, String name, String newName) {
        return patterns.stream().map(pattern -> moved(pattern, name, newName)).toList();
    }

    /** Returns a pattern with the new name in the place of the old one, where it begins with that; the same one otherwise. */
    public static String moved(String pattern, String name, String newName) {
        String sign = pattern.startsWith("!") ? "!" : "";
        String bare = pattern.substring(sign.length());
        boolean isInside = bare.regionMatches(true, 0, name + "/", 0, name.length() + 1);
        return bare.equalsIgnoreCase(name) || isInside ? sign + newName + bare.substring(name.length()) : pattern;
    }
}

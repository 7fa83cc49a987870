package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public class Util {
    @NonNull
    public static String fixNull(@CheckForNull String s) {
        return s == null ? "" : s;
    }

    @CheckForNull
    public static String fixEmptyAndTrim(@CheckForNull String s) {
        return s == null || s.trim().isEmpty() ? null : s.trim();
    }

    @NonNull
    public static String xmlEscape(@NonNull String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @NonNull
    public static native String getTimeSpanString(long duration);

    @NonNull
    public static native String rawEncode(@NonNull String s);
}

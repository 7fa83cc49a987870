package hudson.util;

public class EditDistance {
    private EditDistance() {}

    public static native int editDistance(String a, String b);
}

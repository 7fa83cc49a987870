package org.kohsuke.stapler;

public abstract class HttpResponses {
    public static native HttpResponse redirectTo(String url);

    public static native HttpResponse redirectToDot();
}

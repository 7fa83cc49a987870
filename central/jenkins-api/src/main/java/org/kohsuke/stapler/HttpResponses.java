package org.kohsuke.stapler;

public class HttpResponses {
    public static native HttpRedirect redirectTo(String url);

    public static native HttpResponse redirectToDot();

    public static native HttpResponseException forwardToPreviousPage();

    public static native ForwardToView forwardToView(Object it, String view);

    public static native HttpResponseException errorWithoutStack(int code, String errorMessage);

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {}
}

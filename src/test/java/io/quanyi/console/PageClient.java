package io.quanyi.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: gets pages of the console and sends their forms, with a key, in one language. It follows no redirection. */
public final class PageClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern UNBROKEN = Pattern.compile("<span class=\"unbroken\">([^<]*)</span>");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");

    private static final Duration MAX_JOB_TIME = Duration.ofMinutes(5);

    private final String service;
    private final String key;
    private final String language;

    /** @param service the address of the service, without a path */
    public PageClient(String service, String key, String language) {
        this.service = service;
        this.key = key;
        this.language = language;
    }

    /** A page that must be there. */
    public String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Waits until a job has ended, whose page has a part at {@code /progress} that says so. */
    public void awaitJob(String page) throws InterruptedException {
        Instant end = Instant.now().plus(MAX_JOB_TIME);
        while (page(page + "/progress").contains("data-open")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(page + " has not ended");
            }
            Thread.sleep(50);
        }
    }

    /** The answer to a request for a page. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** The answer to a form, which is sent with further headers. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        return post(path, fields.entrySet(), headers);
    }

    /** The answer to a form, of which several fields may have the same name. */
    public HttpResponse<String> post(String path, Collection<Map.Entry<String, String>> fields, String... headers) {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The answer to a form with files, each of whose fields is sent as one. */
    public HttpResponse<String> upload(String path, Map<String, String> files) {
        String boundary = "----part";
        String body = files.entrySet().stream()
                        .map(file -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.getKey()
                                + "\"; filename=\"file\"\r\n\r\n" + file.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The addresses to which a page leads. */
    public static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(match -> match.group(1).replace("&#x3D;", "=").replace("&amp;", "&"))
                .toList();
    }

    /** The value of a field of a page, hidden or not. */
    public static String field(String page, String name) {
        return first("name=\"" + name + "\" value=\"([^\"]*)\"", page);
    }

    /** The text in an area for text of a page. */
    public static String area(String page, String name) {
        return first("<textarea[^>]* name=\"" + name + "\"[^>]*>\n(.*?)</textarea>", page);
    }

    private static String first(String pattern, String page) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    /** A text of a page as it was before it was escaped. */
    public static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x3D;", "=")
                .replace("&#x60;", "`")
                .replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .header("X-API-Key", key)
                .header("Accept-Language", language);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, PageClient::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a page without the elements around dates and ids, which would stand within the sentences that tests look for. */
    private static BodySubscriber<String> read(HttpResponse.ResponseInfo answer) {
        return BodySubscribers.mapping(
                BodyHandlers.ofString().apply(answer),
                page -> UNBROKEN.matcher(page).replaceAll("$1"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

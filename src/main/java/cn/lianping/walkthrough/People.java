package cn.lianping.walkthrough;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Everybody who takes part, one session each. */
final class People {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String password;
    private final Map<String, Person> known = new LinkedHashMap<>();

    People(URI server, String password) {
        this.server = server;
        this.password = password;
    }

    Person called(String id) {
        return known.computeIfAbsent(id, i -> new Person(i, password, anybody()));
    }

    /** Somebody without a login. */
    Connection anybody() {
        return new Connection(client, server);
    }

    Person administrator() {
        return called("admin1");
    }

    Person office() {
        return called("office1");
    }

    Person partyOffice() {
        return called("party1");
    }

    Person supervisor() {
        return called("super1");
    }

    Person organisation(String code) {
        return called("u" + lower(code));
    }

    Person scienceOf(String area) {
        return called("sci" + lower(area));
    }

    Person industryOf(String area) {
        return called("ind" + lower(area));
    }

    Person division(String code) {
        return called("div" + lower(code));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package cn.lianping.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The made-up staff of the demonstration, who no registry names. */
@Component
@Profile("demo")
class DemoPeople {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final People people;
    private final Resource file = new ClassPathResource("db/demo/people.csv");

    DemoPeople(People people) {
        this.people = people;
    }

    /** Creates who is missing, before the registry's experts could take a name. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void create() throws IOException {
        List<People.Person> staff = new ArrayList<>();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            for (CSVRecord row : FORMAT.parse(reader)) {
                staff.add(new People.Person(
                        row.get("user"),
                        row.get("name"),
                        List.of(row.get("groups").split(";", -1))));
            }
        }
        people.create(Map.copyOf(Groups.fixed()), staff);
    }
}

package cn.lianping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 联评: the evaluation of Liaoning's typical substantive industry-university-research alliances, executed as BPMN. */
@SpringBootApplication
public class LianpingApplication {

    public static void main(String[] args) {
        SpringApplication.run(LianpingApplication.class, args);
    }
}

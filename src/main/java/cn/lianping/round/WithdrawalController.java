package cn.lianping.round;

import cn.lianping.engine.Collisions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 撤回申报. */
@RestController
class WithdrawalController {

    private final RoundCourse course;

    WithdrawalController(RoundCourse course) {
        this.course = course;
    }

    /** @param reason why the alliance withdraws */
    record Withdrawal(String reason) {}

    @PostMapping("/camunda/api/lianping/cases/{caseNo}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseNo, @RequestBody Withdrawal withdrawal) {
        String reason = withdrawal.reason() == null ? "" : withdrawal.reason();
        Collisions.retry(() -> course.withdraw(caseNo, reason));
    }
}

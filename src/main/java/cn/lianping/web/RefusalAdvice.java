package cn.lianping.web;

import cn.lianping.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Answers what the platform's own endpoints refuse: the Chinese reason alone, with the right status. */
@RestControllerAdvice
class RefusalAdvice {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refusal, HttpServletRequest request) {
        int status = refusal.kind() == Refusal.Kind.INVALID
                ? invalid(request)
                : refusal.kind().status();
        return answer(status, refusal.reason());
    }

    /** The helpers for programs tell a rule that was broken (422) from a request that is none (400). */
    private static int invalid(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") ? 422 : Refusal.Kind.INVALID.status();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> overtaken(OptimisticLockingException e) {
        return answer(409, "刚刚被他人或系统处理,请刷新后再试");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooLarge(MaxUploadSizeExceededException e) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE.value(), "文件超过 50 MB,请压缩或拆分后再上传");
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    ResponseEntity<Map<String, String>> unreadable(Exception e, HttpServletRequest request) {
        return answer(invalid(request), "提交的内容不完整或格式不对,请检查后重试");
    }

    private static ResponseEntity<Map<String, String>> answer(int status, String message) {
        // said in JSON whatever the caller would rather have, so that the reason and the status arrive
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("type", "Refusal", "message", message));
    }
}

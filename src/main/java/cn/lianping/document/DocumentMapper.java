package cn.lianping.document;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code document}; there is no update and no delete. */
@Mapper
interface DocumentMapper {

    /** The file; MyBatis takes a bare array for a list of rows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) {}

    int insert(@Param("document") Document document, @Param("bytes") byte[] bytes);

    Optional<Document> find(@Param("id") String id);

    Optional<Document> findLatest(
            @Param("scope") String scope, @Param("kind") DocumentKind kind, @Param("part") String part);

    /** The newest document whose fingerprint begins so; null when there is none. */
    Optional<Document> findByCode(@Param("prefix") String prefix);

    /** The newest document with these bytes. */
    Optional<Document> findBySha256(@Param("sha256") String sha256);

    List<Document> list(@Param("scope") String scope);

    @Nullable
    Content findBytes(@Param("id") String id);
}

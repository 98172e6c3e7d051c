package cn.lianping.policy;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Rows of the table {@code policy}; there is no update and no delete. */
@Mapper
interface PolicyMapper {

    int insert(PolicyRow row);

    Optional<PolicyRow> find(@Param("policyId") String policyId, @Param("version") int version);

    Optional<PolicyRow> findLatest(@Param("policyId") String policyId);

    Optional<PolicyRow> findLatestForArea(@Param("areaCode") String areaCode);

    List<PolicyRow> findAll();
}

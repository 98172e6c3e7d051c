package cn.lianping.comprehensiveevaluation;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number kept as text, so that 7.60 stays 7.60 with any policy's scale. MySQL's driver would read a number out
 * of text by way of binary floating point.
 */
public class DecimalText extends BaseTypeHandler<BigDecimal> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, BigDecimal number, @Nullable JdbcType type)
            throws SQLException {
        statement.setString(i, number.toPlainString());
    }

    @Override
    public @Nullable BigDecimal getNullableResult(ResultSet row, String column) throws SQLException {
        return number(row.getString(column));
    }

    @Override
    public @Nullable BigDecimal getNullableResult(ResultSet row, int column) throws SQLException {
        return number(row.getString(column));
    }

    @Override
    public @Nullable BigDecimal getNullableResult(CallableStatement call, int column) throws SQLException {
        return number(call.getString(column));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

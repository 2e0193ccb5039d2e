package io.quanyi.store.postgresql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/** Connections to a real server, one of which an administrator ends before one of its steps: a statement or the commit. */
final class TerminatedConnection implements Database.Connections {

    private final Database.Connections real;
    private final PostgresqlServer server;
    private final int step;
    private final AtomicInteger steps = new AtomicInteger();

    /** @param step the step before which the connection ends, counted from 1; 0 for none */
    TerminatedConnection(PostgresqlServer server, Database.Connections real, int step) {
        this.server = server;
        this.real = real;
        this.step = step;
    }

    /** Whether the step was reached. */
    boolean isTerminated() {
        return step > 0 && steps.get() >= step;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = real.open();
        return watched(Connection.class, connection, connection);
    }

    private <T> T watched(Class<T> type, Object target, Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                step(connection);
            }
            try {
                Object result = method.invoke(target, arguments);
                if (result instanceof PreparedStatement) {
                    return watched(PreparedStatement.class, result, connection);
                }
                return result instanceof Statement ? watched(Statement.class, result, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void step(Connection connection) throws SQLException {
        if (steps.incrementAndGet() == step) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            server.query("postgres", "select pg_terminate_backend(" + pid + ", 5000)");
        }
    }
}

package io.quanyi.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The unknown positions of an object's member names: a view of the names without memory of its own. */
final class UnplacedKeys extends AbstractMap<String, Position> {

    private final Set<String> names;

    UnplacedKeys(Set<String> names) {
        this.names = names;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Position> action) {
        names.forEach(name -> action.accept(name, Position.NOWHERE));
    }

    @Override
    public Set<Map.Entry<String, Position>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public Iterator<Map.Entry<String, Position>> iterator() {
                return names.stream()
                        .map(name -> Map.entry(name, Position.NOWHERE))
                        .iterator();
            }

            @Override
            public int size() {
                return names.size();
            }
        };
    }
}

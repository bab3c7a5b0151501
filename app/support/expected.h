#pragma once

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace support {

/// The value of a call that succeeds without a result: `Expected<Done, E>`.
using Done = std::monostate;

/// Marks a value as the error of an Expected, so that T and E may be the same type.
template<typename E> struct Unexpected
{
    E error;
};

template<typename E> Unexpected(E) -> Unexpected<E>;

/// The result of a call that can fail: either a T or an E, never neither. C++20 has no
/// std::expected; this is the part of it that the program uses, over std::variant.
/// Asking for the half that is not there is a bug of ours and asserts.
template<typename T, typename E> class [[nodiscard]] Expected
{
public:
    Expected(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Expected(Unexpected<E> unexpected)
        : m_state(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const E &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, E> m_state;
};

} // namespace support

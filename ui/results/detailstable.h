#pragma once

#include <QTableView>

namespace ui::results {

class DetailsModel;
struct Sent;

/// The table `Details`: see DetailsModel. It is copied as lines of "name: value".
class DetailsTable : public QTableView
{
    Q_OBJECT
public:
    explicit DetailsTable(QWidget *parent = nullptr);

    void setSent(const Sent &sent);
    /// The selected rows, or all where none is, times as exactly as they are known.
    [[nodiscard]] QString asText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();

    DetailsModel *m_model;
};

} // namespace ui::results

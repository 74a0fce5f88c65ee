"""Forms that leave the product: paper, pictures, PowerPoint and sheets, all of a view's own words and numbers."""
